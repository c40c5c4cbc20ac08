/**
 * Signed notes and checkpoints as other transparency logs write them (c2sp.org/signed-note, c2sp.org/tlog-checkpoint),
 * so that their tools can read ours. Only Ed25519 signs here.
 */
@NullMarked
package io.chancery.archive.log.note;

import org.jspecify.annotations.NullMarked;
