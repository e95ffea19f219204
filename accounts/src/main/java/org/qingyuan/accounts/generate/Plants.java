package org.qingyuan.accounts.generate;

import java.util.ArrayList;
import java.util.List;

/// Every case that a bank holds on purpose, once. To add one, add it to its rule's list.
final class Plants {
    /// Those that no rule rejects a row of.
    static final List<Plant> SOUND = sound();

    /// Those with rows that are rejected.
    static final List<Plant> REJECTED = RejectPlants.all();

    private Plants() {}

    private static List<Plant> sound() {
        List<Plant> all = new ArrayList<>(EmptyCustomerPlants.all());
        all.addAll(LongInactivePlants.all());
        all.addAll(CodePlants.all());
        all.addAll(ExclusionPlants.all());
        all.addAll(OverCountPlants.all());
        all.addAll(SharedPhonePlants.all());
        all.addAll(UnitPlants.all());
        all.addAll(UnusedPlants.all());
        all.addAll(IdentityPlants.all());
        all.addAll(ReawakenedPlants.all());
        return List.copyOf(all);
    }
}
