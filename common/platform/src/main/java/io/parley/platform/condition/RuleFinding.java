package io.parley.platform.condition;

/**
 * What is wrong with a rule.
 *
 * @param pointer JSON pointer of the wrong place
 * @param message what is wrong there; for an expression it begins with line and column, such as
 *     {@code 1:12}, both counted from 1
 */
public record RuleFinding(String pointer, String message) {}
