package io.chancery.archive.blob;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An S3 store in which the application archives. */
public final class ObjectStoreResource implements QuarkusTestResourceLifecycleManager {

    @SuppressWarnings("NullAway.Init") // start() always comes first
    private TestObjectStore store;

    @Override
    public Map<String, String> start() {
        try {
            store = new TestObjectStore();
            return store.settings();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(store, new TestInjector.MatchesType(TestObjectStore.class));
    }

    @Override
    public void stop() {
        try {
            store.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
