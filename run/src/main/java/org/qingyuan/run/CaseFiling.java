package org.qingyuan.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.campaign.Tip;
import org.qingyuan.casework.campaign.TipIntake;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.Attachment;
import org.qingyuan.casework.cases.AttachmentKeeper;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.Detail;

/// Brings files into cases: reports by persons, forms of what was seen on the spot, and what belongs to them. Every
/// file
/// is read and found usable before anything is kept.
public final class CaseFiling {
    private final CaseDesk desk;
    private final AttachmentKeeper keeper;

    public CaseFiling(CaseDesk desk, AttachmentKeeper keeper) {
        this.desk = desk;
        this.keeper = keeper;
    }

    /// Opens a case by a report, or lets the open one take it. The report itself is kept as an attachment.
    ///
    /// @throws org.qingyuan.finding.Failure `SHEET_REJECTED`, `ATTACHMENT_REFUSED`, and what [TipIntake#take] throws
    public TipIntake.Taken report(
            TipIntake intake, String campaignName, Path file, List<Path> files, TipIntake.Taker taker) {
        Campaign campaign = desk.store().read(reader -> desk.campaign(reader, campaignName));
        byte[] bytes = TipFile.bytes(file);
        String digest = HexFormat.of().formatHex(CaseImport.sha256().digest(bytes));
        LocalDate today = day(taker.at(), campaign.zone());
        Tip tip = TipFile.read(file.toString(), bytes, campaign.kind(), today, digest);
        List<Path> all = new ArrayList<>(List.of(file));
        all.addAll(files);
        intake.check(campaignName, tip, taker);
        return intake.take(campaignName, tip.with(AttachmentFile.keepAll(all, keeper)), taker);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    /// Files what was seen on the spot.
    ///
    /// @param digits of the case
    /// @param form `null` where only files come
    /// @param act an event [org.qingyuan.casework.cases.Event#FILE]
    public CaseFile file(String digits, @Nullable Path form, List<Path> files, Act act) {
        ZoneId zone = desk.store().read(reader -> zone(reader, digits, act));
        List<Path> all = new ArrayList<>(files);
        Act filled = act;
        if (form != null) {
            filled = act.with(Detail.FORM, VerificationForm.text(VerificationForm.read(form, day(act.at(), zone))));
            all.addFirst(form);
        }
        desk.check(digits, filled);
        List<Attachment> kept = AttachmentFile.keepAll(all, keeper);
        return desk.act(digits, Attachment.attach(filled, kept));
    }

    private ZoneId zone(CaseReader reader, String digits, Act act) {
        return desk.zone(reader, desk.find(reader, act.actor(), digits).head().campaign());
    }
}
