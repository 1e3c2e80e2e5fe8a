package eu.solutionatlas.store;

class MemoryStoreTest extends StoreContract {
    @Override
    Store create() {
        return MemoryStore.create(CLOCK);
    }
}
