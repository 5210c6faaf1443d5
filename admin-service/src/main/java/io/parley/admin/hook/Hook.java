package io.parley.admin.hook;

import io.parley.channels.CallbackUse;
import io.parley.events.configuration.Account;

/**
 * A webhook URL of an account.
 *
 * @param account the account
 * @param use what the provider uses it for
 * @param url the URL
 * @param calls the last calls that came there
 * @param elsewhere whether calls have come to another path of the account
 */
record Hook(
    Account account, CallbackUse use, String url, Sightings.Calls calls, boolean elsewhere) {}
