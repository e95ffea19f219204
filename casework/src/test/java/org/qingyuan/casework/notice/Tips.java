package org.qingyuan.casework.notice;

import java.util.List;
import java.util.Map;
import org.qingyuan.access.Place;
import org.qingyuan.casework.World;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Head;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.finding.Subject;

/// Cases that a person reported.
final class Tips {
    private Tips() {}

    static CaseFile open(World world, String by) {
        return open(world, by, new Place("321300", "school", ""), "school");
    }

    /// Of a person of whom nothing but a number is known.
    static CaseFile openOfHolder(World world) {
        return open(world, "a call", new Place("321300", "", "C1"), "");
    }

    private static CaseFile open(World world, String by, Place place, String kind) {
        Head head = new Head(
                "00112233445566aa",
                World.MINING,
                Kind.MINING,
                "",
                "mining/10.20.3.7",
                new Subject("address", "10.20.3.7"),
                place,
                "",
                kind,
                world.now());
        Act act = new Act(
                Event.OPEN,
                World.ANALYST,
                world.now(),
                "a room full of fans",
                List.of(),
                Map.of(Detail.TIP.word(), by));
        return world.store.write(writer -> world.desk.open(writer, head, "cn-mining-2021@1", act));
    }
}
