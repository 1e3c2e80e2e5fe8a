package eu.solutionatlas.dump;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sets that there are, for programs that look for one.
 *
 * @param latest name of the newest; null when all there are belong to another history of the catalogue
 * @param sets newest first
 */
record SetList(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String latest, List<One> sets) {
    /**
     * A set.
     *
     * @param dataChanged when the last change in its data was made, ISO 8601
     * @param written when the set was written, ISO 8601
     * @param manifest where its manifest is, which names its files
     */
    record One(String id, long dataVersion, String dataChanged, String written, String manifest) {}

    static SetList of(DumpSets sets) {
        return new SetList(
                sets.latest().map(set -> set.id().toString()).orElse(null),
                sets.all().stream().map(SetList::one).toList());
    }

    private static One one(DumpSet set) {
        return new One(
                set.id().toString(),
                set.version().number(),
                set.version().at().toString(),
                set.written().toString(),
                set.base() + DumpRoutes.address(set).substring(1) + "/" + Manifest.FILE_NAME);
    }

    byte[] toBytes() {
        return DumpJson.bytes(this);
    }
}
