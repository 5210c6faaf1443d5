package io.parley.simulator.twilio;

/** A warning or error that Twilio would put in the account's log (twilio-sms.md §3.1). */
public record WebhookProblem(int code, String detail) {}
