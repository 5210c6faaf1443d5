package io.parley.routing.conversation;

import io.parley.events.Channel;
import io.parley.events.ConversationEvent.Priority;
import io.parley.events.CustomerAddress;
import io.parley.events.CustomerAddress.Kind;
import io.parley.events.CustomerProfile;
import io.parley.events.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Conversations in each state, each reached by legal moves only. */
final class Given {

  static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
  static final Duration INACTIVITY = Duration.ofDays(28);
  static final int UNITS = 3;
  static final UUID AGENT = UUID.fromString("0190a000-0000-7000-8000-000000000001");

  private static final Random RANDOM = new Random(3);

  private Given() {}

  static UUID id() {
    return UUID.randomUUID();
  }

  static CustomerMessage message(Instant receivedAt) {
    return new CustomerMessage(id(), receivedAt, TraceParent.begin(RANDOM));
  }

  static Offer offer(UUID agentId, Instant expiresAt) {
    return new Offer(id(), id(), agentId, expiresAt);
  }

  static Step<Open> begin() {
    Identity identity =
        new Identity(
            id(),
            Channel.SMS,
            id(),
            id(),
            new CustomerAddress(Kind.PHONE_NUMBER, "+4915112345678"),
            CustomerProfile.UNKNOWN,
            id(),
            id(),
            Priority.NORMAL,
            START,
            "Customer care",
            "+12025550100");
    return Open.begin(identity, message(START), List.of(), 1, START, Given::id);
  }

  static Open open() {
    return begin().after();
  }

  static Offered offered() {
    return open().offer(offer(AGENT, START.plusSeconds(120)), UNITS, 2, START).after();
  }

  static InConversation inConversation() {
    return offered().accept(START.plusSeconds(5)).after();
  }

  static Waiting waiting() {
    return inConversation().setAside(START.plusSeconds(60)).after();
  }

  static WrapUp wrapUp() {
    return inConversation().end(START.plusSeconds(60)).after();
  }
}
