package io.chancery.template.life;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * A version in the making.
 *
 * @param revision moves with every change
 * @param files the sources by their path below the template's folder
 * @param editors everybody who changed it
 */
record Draft(String template, long revision, SortedMap<String, String> files, List<String> editors, Instant editedAt) {}
