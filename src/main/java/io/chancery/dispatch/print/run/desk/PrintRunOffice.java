package io.chancery.dispatch.print.run.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.dispatch.PrintRuns;
import io.chancery.dispatch.print.run.PrintRunSettings;
import io.chancery.dispatch.print.run.RunMaking;
import io.chancery.dispatch.print.run.store.FaultTable;
import io.chancery.platform.request.BodyFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Where all that may be done with print runs is asked for, be it by a system or by a person. */
@ApplicationScoped
class PrintRunOffice implements PrintRuns {

    private final PrintRunBook book;
    private final Reprints reprints;
    private final RunMaking making;
    private final PrintRunSettings settings;
    private final FaultTable faults;
    private final BatchRetry retry;

    PrintRunOffice(
            PrintRunBook book,
            Reprints reprints,
            RunMaking making,
            PrintRunSettings settings,
            FaultTable faults,
            BatchRetry retry) {
        this.book = book;
        this.reprints = reprints;
        this.making = making;
        this.settings = settings;
        this.faults = faults;
        this.retry = retry;
    }

    @Override
    public boolean isActive() {
        return settings.active();
    }

    @Override
    public List<View> list(long before, int limit) {
        return book.list(before, limit);
    }

    @Override
    public View get(int number) {
        return book.get(number);
    }

    @Override
    public List<ResponseFault> faults(int limit) {
        return faults.list(limit).stream()
                .map(fault -> new ResponseFault(fault.file(), fault.line(), fault.problem(), fault.at()))
                .toList();
    }

    @Override
    public View make() {
        if (!settings.active()) {
            throw PrintRunException.notConfigured();
        }
        var made = making.makeNow().orElseThrow(PrintRunException::emptyPool);
        return book.get(made.number());
    }

    @Override
    public List<String> reprint(int number, JsonNode order) {
        return reprints.order(ReprintOrder.read(number, new BodyFields(order)));
    }

    @Override
    public void retry(int number, String batch) {
        retry.retry(number, batch);
    }
}
