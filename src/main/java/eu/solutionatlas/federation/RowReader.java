package eu.solutionatlas.federation;

import java.io.IOException;
import org.apache.jena.sparql.engine.binding.Binding;

/** What is done with each row of an answer while it arrives. */
@FunctionalInterface
interface RowReader {
    /** @throws IOException to end the reading */
    void row(Binding row) throws IOException;
}
