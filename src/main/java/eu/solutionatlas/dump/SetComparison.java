package eu.solutionatlas.dump;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the documents in which two sets differ, in one pass over both inventories. */
final class SetComparison {
    private SetComparison() {}

    /** Takes differences one by one, in the order of the documents. */
    @FunctionalInterface
    interface Taker {
        void take(Difference difference) throws IOException;
    }

    /** Whether a set can be compared; one that an older version has written cannot. */
    static boolean isPossible(DumpSet set) {
        return set.file(Inventory.FILE_NAME).isPresent();
    }

    /** Compares two sets for which that is possible. */
    static void of(DumpSet before, DumpSet after, Taker taker) throws IOException {
        of(before.directory().resolve(Inventory.FILE_NAME), after.directory().resolve(Inventory.FILE_NAME), taker);
    }

    /**
     * Compares two inventories.
     *
     * @throws IOException when one of them cannot be read
     */
    static void of(Path before, Path after, Taker taker) throws IOException {
        try (Inventory old = Inventory.open(before);
                Inventory young = Inventory.open(after)) {
            Optional<InventoryLine> was = old.next();
            Optional<InventoryLine> is = young.next();
            while (was.isPresent() || is.isPresent()) {
                int order = order(was, is);
                Optional<InventoryLine> left = order <= 0 ? was : Optional.empty();
                Optional<InventoryLine> right = order >= 0 ? is : Optional.empty();
                if (order != 0 || !hash(left).equals(hash(right))) {
                    taker.take(new Difference(left, right));
                }
                was = order <= 0 ? old.next() : was;
                is = order >= 0 ? young.next() : is;
            }
        }
    }

    /** Which comes first; what is there comes before the end. */
    private static int order(Optional<InventoryLine> one, Optional<InventoryLine> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? -1 : 1;
        }
        return DocumentIris.ORDER.compare(one.get().document(), other.get().document());
    }

    private static Optional<String> hash(Optional<InventoryLine> line) {
        return line.map(InventoryLine::hash);
    }
}
