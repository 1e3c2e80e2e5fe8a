package eu.solutionatlas.sparql.guard;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.SchemeRouter;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.http.HttpEnv;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.riot.system.streammgr.StreamManager;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.procedure.ProcedureRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.service.single.ChainingServiceExecutor;
import org.apache.jena.sys.JenaSystem;

/**
 * Closes, for the whole process, the doors that Jena leaves open for a trusted user and that an anonymous query must not
 * find: calling other hosts, loading classes by name, reading files. Everything that runs in this process is safer for
 * it, shapes and imports included. What a query may do is checked before it runs as well; this is the second wall.
 */
public final class JenaHardening {
    private static final AtomicReference<AllowedServices> SERVICES = new AtomicReference<>(AllowedServices.NONE);

    private JenaHardening() {}

    /**
     * Closes the doors. Doing so again only changes which services are allowed.
     *
     * @param services which endpoints SERVICE may call
     */
    public static void apply(AllowedServices services) {
        SERVICES.set(services);
        Applied.ONCE.run();
    }

    private static final class Applied {
        static final Runnable ONCE;

        static {
            JenaSystem.init();
            // SERVICE, wherever it stands: one link before all others, in the chain that ends at the HTTP client.
            ServiceExecutorRegistry.get().addSingleLink(link());
            // Functions, properties that compute and procedures by IRI: no class is loaded because a query names it.
            FunctionRegistry.set(ARQ.getContext(), new RegisteredFunctions());
            PropertyFunctionRegistry.set(ARQ.getContext(), new NoPropertyFunctions());
            ProcedureRegistry.set(ARQ.getContext(), new NoProcedures());
            // LOAD and FROM: nothing is found by name, neither in files nor on the web.
            StreamManager.setGlobal(new StreamManager());
            // JSON-LD: a remote context is a request to any address that the document names.
            DocumentLoader deny = (iri, options) -> {
                throw new JsonLdError(
                        JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "remote contexts are not loaded: " + iri);
            };
            SchemeRouter router = (SchemeRouter) SchemeRouter.defaultInstance();
            router.set("http", deny);
            router.set("https", deny);
            router.set("file", deny);
            ONCE = () -> {};
        }

        private static ChainingServiceExecutor link() {
            return (service, original, binding, context, chain) -> {
                boolean known = service.getService().isURI();
                if (!known || !SERVICES.get().allows(service.getService().getURI())) {
                    throw new QueryDeniedException("SERVICE " + service.getService() + " is not allowed");
                }
                StayingClient.ONCE.run();
                return chain.createExecution(service, original, binding, context);
            };
        }
    }

    /**
     * An endpoint that is allowed must not send us on to one that is not. Made when the first query calls one: a client
     * reads all of Java's trusted certificates, which a start need not wait for.
     */
    private static final class StayingClient {
        static final Runnable ONCE;

        static {
            HttpEnv.setDftHttpClient(HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build());
            ONCE = () -> {};
        }
    }
}
