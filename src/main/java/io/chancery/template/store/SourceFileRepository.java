package io.chancery.template.store;

import io.chancery.platform.IdGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class SourceFileRepository implements PanacheRepositoryBase<SourceFileEntity, UUID> {

    private final IdGenerator ids;

    SourceFileRepository(IdGenerator ids) {
        this.ids = ids;
    }

    /** Keeps each content that is not kept yet, also for plain SQL to see, and gives back the files by their path. */
    SortedMap<String, SourceFileEntity> keep(Map<String, byte[]> contents) {
        var digests = contents.values().stream().map(Digest::of).toList();
        Map<String, SourceFileEntity> kept = list("sha256 in ?1", digests).stream()
                .collect(Collectors.toMap(file -> HexFormat.of().formatHex(file.sha256), Function.identity()));
        var files = new TreeMap<String, SourceFileEntity>();
        contents.forEach((path, content) -> files.put(
                path,
                kept.computeIfAbsent(HexFormat.of().formatHex(Digest.of(content)), digest -> keep(digest, content))));
        flush();
        return files;
    }

    private SourceFileEntity keep(String digest, byte[] content) {
        var file = new SourceFileEntity(ids.next(), HexFormat.of().parseHex(digest), content);
        persist(file);
        return file;
    }
}
