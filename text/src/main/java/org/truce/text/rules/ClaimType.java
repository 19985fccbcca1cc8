package org.truce.text.rules;

/** The types of statement that are read from texts; docs/claim-types.md maps them onto claims. */
public enum ClaimType {
  MEETING,
  PARTICIPATION,
  OFFICE,
  APPOINTMENT,
  RESIGNATION,
  AGREEMENT,
  STATEMENT,
  DENIAL,
  PROPOSAL,
  ATTACK,
  LAUNCH,
  INTERCEPTION,
  CASUALTY,
  NO_CASUALTY,
  MISSING,
  TOLL_REVISION,
  DAMAGE,
  DISRUPTION,
  DISRUPTION_END,
  AIR_ALERT,
  EXCHANGE,
  PLEDGE,
  VIOLATION_COUNT,
  ACCESS,
  QUOTE
}
