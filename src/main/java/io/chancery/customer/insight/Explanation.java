package io.chancery.customer.insight;

/**
 * What one attribute says about two records.
 *
 * @param attribute kebab-case
 * @param level kebab-case and stable
 * @param weight in bits; negative when it speaks against
 * @param words the same for people
 */
public record Explanation(String attribute, String level, double weight, String words) {}
