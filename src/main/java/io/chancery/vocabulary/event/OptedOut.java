package io.chancery.vocabulary.event;

import io.chancery.vocabulary.ConsentDeclared;
import java.util.List;

/**
 * Customers refuse what they did not refuse before. Fired in the transaction that puts it on record.
 *
 * @param refusals the declarations that made it so
 */
public record OptedOut(List<ConsentDeclared> refusals) {}
