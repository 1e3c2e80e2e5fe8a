package eu.solutionatlas.sparql.guard;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/** SPARQL's GROUP_CONCAT (section 18.5.1.7) that makes no string without bound; one that would is no value. */
final class BoundedGroupConcat extends AggGroupConcat {
    private static final String DEFAULT_SEPARATOR = " ";

    private final Bounds bounds;
    private final boolean distinct;
    private final @Nullable String separatorGiven;

    BoundedGroupConcat(Bounds bounds, Expr expr, @Nullable String separator, boolean distinct) {
        super(expr, separator);
        this.bounds = bounds;
        this.distinct = distinct;
        this.separatorGiven = separator;
    }

    @Override
    public Aggregator copy(ExprList exprs) {
        return new BoundedGroupConcat(bounds, exprs.get(0), separatorGiven, distinct);
    }

    @Override
    public Accumulator createAccumulator() {
        return new Bounded(getExpr());
    }

    private final class Bounded extends AccumulatorExpr {
        private final StringBuilder text = new StringBuilder();
        private final String separator = separatorGiven == null ? DEFAULT_SEPARATOR : separatorGiven;
        private boolean first = true;
        private boolean tooLong;

        Bounded(Expr expr) {
            super(expr, distinct);
        }

        @Override
        protected void accumulate(NodeValue value, Binding binding, FunctionEnv environment) {
            String next = value.asString();
            tooLong |= (long) text.length() + separator.length() + next.length() > bounds.maxStringLength();
            if (tooLong) {
                return;
            }
            if (!first) {
                text.append(separator);
            }
            text.append(next);
            first = false;
        }

        @Override
        protected void accumulateError(Binding binding, FunctionEnv environment) {
            // A value that cannot be computed is left out, as in ARQ's own GROUP_CONCAT.
        }

        @Override
        protected @Nullable NodeValue getAccValue() {
            return tooLong ? null : NodeValue.makeString(text.toString());
        }
    }
}
