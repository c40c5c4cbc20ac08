package io.chancery.render.print;

import io.chancery.template.Brand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The kits of the brands in use, made once per version of a brand. */
final class BrandKits {

    private static final int KEPT = 32;

    private final Map<UUID, BrandKit> kits = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, BrandKit> eldest) {
            return size() > KEPT;
        }
    };

    synchronized BrandKit of(Brand brand) {
        return kits.computeIfAbsent(brand.id(), id -> BrandKit.of(brand));
    }
}
