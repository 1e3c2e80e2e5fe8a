package eu.solutionatlas.sparql;

import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase1;

/** A class that anybody can tell was loaded: what an attacker would look for on the class path. */
public final class Tripwire extends FunctionBase1 {
    static {
        System.setProperty("atlas.test.tripwire", "loaded");
    }

    @Override
    public NodeValue exec(NodeValue value) {
        return value;
    }
}
