package org.qingyuan.cli;

import java.io.IOException;

/// Carries out `mining extract`.
final class ExtractAction {
    private ExtractAction() {}

    static int run(Context context) throws IOException {
        ExplainAction.find(context);
        throw new IOException("later");
    }
}
