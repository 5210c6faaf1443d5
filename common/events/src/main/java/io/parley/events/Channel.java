package io.parley.events;

/** The kind of channel a customer uses. A provider may serve several of them. */
public enum Channel {
  /** Text messages, with pictures where the network carries them (MMS). */
  SMS,
  /** WhatsApp, through a provider of WhatsApp Business. */
  WHATSAPP,
  /**
   * Google's Business Messages. Google switched it off on 31 July 2024; kept for emulators and for
   * what was stored (providers/google-business-messages.md).
   */
  GOOGLE_BUSINESS_MESSAGES,
  /** RCS for Business, the successor of Google's Business Messages. */
  RCS,
  /** Any other channel that somebody connects (domain/channels-and-accounts.md §6). */
  CUSTOM
}
