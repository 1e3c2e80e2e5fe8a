package eu.solutionatlas.command;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.HubOffice;
import eu.solutionatlas.control.Answer;
import eu.solutionatlas.control.ControlClient;
import eu.solutionatlas.control.Order;
import eu.solutionatlas.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Gives an order to the hub that runs on the data directory; where none runs, obeys it in this process. */
final class HubOrdering {
    private final SettingOptions settings;

    HubOrdering(SettingOptions settings) {
        this.settings = settings;
    }

    /** @return the exit code */
    int give(Order order, @Nullable CommandSpec spec) throws IOException {
        AtlasSettings atlas = settings.read(Main.called(spec));
        Optional<Answer> answer = new ControlClient(atlas.dataDirectory()).give(order);
        return print(answer.isPresent() ? answer.get() : obey(order, atlas), spec);
    }

    private static Answer obey(Order order, AtlasSettings atlas) {
        try (Store store = Catalogue.openExisting(atlas);
                HubOffice office = new HubOffice(atlas, store)) {
            return office.obey(order);
        }
    }

    static int print(Answer answer, @Nullable CommandSpec spec) {
        PrintWriter to = answer.code() == ExitCodes.OK ? Main.out(spec) : Main.err(spec);
        answer.lines().forEach(to::println);
        return answer.code();
    }
}
