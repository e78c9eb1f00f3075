package dev.pickup.events.journal;

/// One record of a call's journal: the source of its transcript, its live view and its replay.
///
/// Written by the media task that owns the call, at least once; `(callId, epoch, sequence)` is its identity, `sequence`
/// counts from 0 without gaps within an epoch. Stream partition key: `callId`. Schema: `schema/journal-record.json`.
///
/// @param callId   the call
/// @param epoch    the ownership of the call under which it was written; grows by one each time a task takes over
/// @param sequence position within the epoch
/// @param atMs     milliseconds since the call was answered
/// @param entry    what happened
public record JournalRecord(String callId, int epoch, long sequence, long atMs, JournalEntry entry) {}
