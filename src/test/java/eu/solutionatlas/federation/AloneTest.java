package eu.solutionatlas.federation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestHubs;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A query that cannot be taken apart, at a hub that has no partners, or only such as cannot be asked. */
class AloneTest {
    private static final String QUERY = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?o ?q ?r }";

    private final TestHubs hubs = new TestHubs();
    private final TestAtlas hub = hubs.add("alone", Map.of("atlas.harvest.every", "0s"), Path.of("data"));

    @AfterEach
    void stop() {
        hubs.close();
    }

    private HttpResponse<String> ask(String more, String accept) {
        return hub.get(
                "/federation/sparql?query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8) + more,
                "Accept",
                accept);
    }

    private static String status(HttpResponse<String> answer) {
        return answer.headers().firstValue("Federation-Status").orElse("");
    }

    private static Partner withDumpOnly() {
        Partner atlas = TestHubs.atlas("static", "http://static.example/", "CZ");
        return new Partner(
                atlas.id(),
                atlas.name(),
                atlas.homepage(),
                atlas.regions(),
                atlas.spaces(),
                Optional.empty(),
                Optional.of("http://static.example/dump.ttl"),
                Optional.empty(),
                atlas.contact(),
                atlas.state(),
                atlas.since());
    }

    @Test
    void withoutPartners_isComplete() {
        assertThat(status(ask("", "text/csv"))).isEqualTo("complete; source=own; answered=1");
    }

    @Test
    void withoutPartners_hasTheAnswerOfThisHub() {
        String own = hub.get("/sparql?query=" + URLEncoder.encode(QUERY, StandardCharsets.UTF_8), "Accept", "text/csv")
                .body();
        assertThat(ask("", "text/csv").body()).isEqualTo(own);
    }

    @Test
    void withoutPartners_strict_isAnswered() {
        assertThat(status(ask("&on-failure=strict", "text/csv"))).startsWith("complete;");
    }

    @Test
    void withoutPartners_reportSaysSo() {
        String link = ask("", "text/csv").headers().firstValue("Link").orElseThrow();
        String report = hub.get(link.substring(link.indexOf("/federation/"), link.indexOf('>')))
                .body();
        assertThat(report).contains("\"status\":\"complete\"", "\"source\":\"own\"");
    }

    @Test
    void withoutPartners_pageSaysSo() {
        assertThat(ask("", "text/html").body()).contains("Complete: this hub has no partners", "Complete: 1 row.");
    }

    @Test
    void withPartnersThatArePaused_isComplete() {
        hubs.register(
                "alone",
                TestHubs.atlas("paused", "http://paused.example/", "CZ").in(HubState.PAUSED));
        assertThat(status(ask("", "text/csv"))).isEqualTo("complete; source=own; answered=1");
    }

    @Test
    void withAPartnerThatCanOnlyBeCopiedAndWasNot_isPartial() {
        hubs.register("alone", withDumpOnly());
        assertThat(status(ask("", "text/csv"))).isEqualTo("partial; source=copies; answered=1; missing=\"static\"");
    }
}
