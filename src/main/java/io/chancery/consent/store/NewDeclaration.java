package io.chancery.consent.store;

import io.chancery.vocabulary.ConsentDeclared;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A declaration that is about to be put on record.
 *
 * @param confirms the request that it confirms
 * @param recordedBy an API client, «customer», «source», or «delivery» for what a delivery has shown
 */
public record NewDeclaration(
        UUID id, ConsentDeclared declared, @Nullable UUID confirms, String recordedBy) {}
