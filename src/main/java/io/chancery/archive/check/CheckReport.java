package io.chancery.archive.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a check came to.
 *
 * @param leaves how many the log has, all of which were compared with the tree and its checkpoints
 * @param rows how many were read again and compared with their leaves
 * @param count how many findings there are
 * @param findings the first thousand of them
 */
public record CheckReport(
        UUID id, Instant begunAt, Instant endedAt, long leaves, long rows, long count, List<Finding> findings) {}
