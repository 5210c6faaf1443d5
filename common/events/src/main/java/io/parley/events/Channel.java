package io.parley.events;

/** The kind of channel a customer uses. A provider may serve several of them. */
public enum Channel {
  /** Text messages, with pictures where the network carries them (MMS). */
  SMS,
  /** WhatsApp, through a provider of WhatsApp Business. */
  WHATSAPP
}
