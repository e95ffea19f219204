package org.qingyuan.run;

import java.nio.file.Path;
import java.util.List;
import org.qingyuan.traffic.CaptureInput;
import org.qingyuan.traffic.References;
import org.qingyuan.traffic.ScanLimits;
import org.qingyuan.traffic.ScanParameters;

/// What a scan is asked to do.
///
/// @param captures files, pipes, folders, `-` for stdin, as typed
/// @param base what relative names are relative to
/// @param stdin opens `-`
/// @param continuous whether rotated captures are read as one stream
/// @param site name of the vantage point, blank when it has none
/// @param revealed whether nothing is masked
/// @param threads files read at once, at least 1; changes nothing in the results
/// @param temporary an existing private folder
public record ScanRequest(
        List<String> captures,
        Path base,
        CaptureInput.Opener stdin,
        ScanParameters parameters,
        ScanLimits limits,
        References references,
        boolean continuous,
        String site,
        boolean revealed,
        int threads,
        Path temporary) {}
