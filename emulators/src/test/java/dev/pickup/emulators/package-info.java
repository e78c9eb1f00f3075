/// One suite for the adapters of DynamoDB, Kinesis, S3, EventBridge and KMS, against whatever emulates them. Start at
/// [Emulator].
package dev.pickup.emulators;
