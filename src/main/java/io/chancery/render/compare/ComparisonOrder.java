package io.chancery.render.compare;

import io.chancery.render.difference.text.Masks;
import java.util.List;

/**
 * What is to be compared, and how closely.
 *
 * @param fixtures by name; all if there are none
 * @param masks what may differ
 * @param pictures whether pages that differ are shown
 * @param mostPages how many pages of letters that differ may be looked at
 */
public record ComparisonOrder(List<String> fixtures, Masks masks, boolean pictures, int mostPages) {}
