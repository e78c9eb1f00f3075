/// DynamoDB state: [Tables] is the one definition of keys and indexes; the stores here implement the subjects'
/// ports.
///
/// ```
/// pickup-accounts                                       stream: new images
///   ACCOUNT#acc_demo   ACCOUNT                          the account
///                      AGENT#agt_demo                   newest version of an agent (+ deletion mark)
///                      VERSION#agt_demo#0000001         every version, kept for good
///                      NUMBER#+18779732766              a number of the account
///                      ORDER#ord_1f                     the life of a bought number; in an index while there is
///                                                       work on it, in another while it costs something
///                      BOUGHT-NUMBERS                   how many numbers are bought or being bought
///                      DRIVES#agt_demo                  set of the numbers that drive this agent
///                      DAY#agt_demo#2026-11-24          the appointments of one day
///                      MESSAGE#<id>                     a message a caller left
///                      CREDENTIAL#cred_x                a key for a carrier account, sealed (+ set of its numbers)
///                      IMPORT#+14155550100              a number brought by the customer: how far, and the way back
///                      OUTBOX#<event id>                an event that waits for the bus
///   CREDENTIAL#cred_x  OWNER                            which account a webhook's address belongs to
///   NUMBER#+1877...    OWNER                            whose the number is (and its order): unique over all
/// pickup-calls                                          stream: new and old images
///   CALL#call_x        CALL                             header: state, signals, owner; in both call indexes
///                      TURN#00012                       by number; the newest record stands
///                      TOOL#<start ms>#<invocation id>
///                      MEASURES#00001                   what the engines used, by epoch
///                      COMMAND#<version>#<n>#<name>     waits for the carrier; a start of a stream: taken until
///                      OUTBOX#<event id>                waits for the bus
/// pickup-usage
///   ACCOUNT#acc_demo#2026-11   USAGE#use_x              one record per call
///                              CHARGE#use_x             one record per bought number and month
///                              COUNTED#use_x            that record is in the totals
///                              TOTAL#<shard>#AGENT#agt_demo, TOTAL#<shard>#NUMBER#+1877...,
///                              TOTAL#<shard>#RENT#+1877...
/// pickup-idempotency                                    expires
///   TOOL#acc_demo#call_x#<id>  ANSWER                   what a tool answered
///   STREAM#<hash>      STREAM                           a stream token: whose, spent by whom
///   EVENT#<carrier>#<id>  EVENT                         a carrier's event: in progress until, done
/// ```
///
/// Writes are conditional. Retries are the client's ([DatabaseClient]); none are here. Faults:
/// [StoreUnavailableException] and [CorruptItemException].
@NullMarked
package dev.pickup.core.state;

import org.jspecify.annotations.NullMarked;
