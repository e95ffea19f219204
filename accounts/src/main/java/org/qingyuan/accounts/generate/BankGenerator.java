package org.qingyuan.accounts.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Makes a bank: ordinary customers, and among them every case of [Plants] in groups that have nothing to do with each
/// other. A group is written as soon as it is made, so memory does not grow with the bank.
public final class BankGenerator {
    /// One customer in so many is planted in a large bank; a small one has every case once.
    private static final long PLANTED_SHARE = 20;

    private final BankRequest request;
    private final Days days;
    private final Federation federation;
    private final Group.Serials serials = new Group.Serials();

    public BankGenerator(BankRequest request) {
        this.request = request;
        this.days = new Days(request.asOf());
        this.federation = Federation.of(request.customers());
    }

    /// Writes the files of the layout, `extract.yaml` or `mapping.yaml`, and `truth.jsonl`.
    ///
    /// @param folder made where it does not exist
    /// @return how many customers it has
    public long write(Path folder) throws IOException {
        try (BankFiles files = new BankFiles(folder, days, request.transactions(), request.layout())) {
            long rejectedFrom = 0;
            long planted = 0;
            while (planted == 0 || serials.customer <= request.customers()) {
                if (planted * PLANTED_SHARE < serials.customer) {
                    long before = serials.customer;
                    plantAll(files, serials.customer > rejectedFrom);
                    rejectedFrom = Math.max(rejectedFrom, before - 1 + RejectPlants.CUSTOMERS_APART);
                    planted += serials.customer - before;
                }
                Group ordinary = group("ordinary");
                Ordinary.into(ordinary);
                files.write(ordinary);
            }
            return serials.customer - 1;
        }
    }

    private void plantAll(BankFiles files, boolean withRejects) throws IOException {
        for (Plant plant : Plants.SOUND) {
            plant(files, plant);
        }
        if (withRejects) {
            for (Plant plant : Plants.REJECTED) {
                plant(files, plant);
            }
        }
    }

    private void plant(BankFiles files, Plant plant) throws IOException {
        Group group = group(plant.word());
        plant.planting().into(group);
        files.write(group);
    }

    private Group group(String word) {
        SplittableRandom random = new SplittableRandom(request.seed() * 0x9e3779b97f4a7c15L + serials.customer);
        return new Group(days, random, serials, federation, word);
    }
}
