package org.qingyuan.accounts.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.qingyuan.table.session.Session;

/// The lists that stand in the column `products`, each looked at once: an extract has few different ones.
///
/// @param known an expression that holds where every word of the list is one of the layout's
/// @param protects an expression that holds where one of them protects the account
record Products(String known, String protects) {
    /// More different lists than this are looked at row by row.
    private static final int MOST = 500;

    static Products of(Session session, Cells cells, Set<String> protectedProducts) throws IOException {
        if (cells.absent("products")) {
            return new Products("true", "false");
        }
        String column = cells.raw("products");
        List<String> lists = new ArrayList<>();
        session.query(
                "SELECT DISTINCT " + column + " FROM " + cells.table().relation() + " WHERE " + column
                        + " IS NOT NULL LIMIT " + (MOST + 1),
                row -> lists.add(row.text(0)));
        Collections.sort(lists);
        if (lists.size() > MOST) {
            String words = "string_split(" + column + ", ';')";
            return new Products(
                    "list_has_all([" + Macros.literals(ClosedLists.PRODUCTS) + "], " + words + ")",
                    "coalesce(list_has_any(" + words + ", [" + Macros.literals(protectedProducts)
                            + "]::VARCHAR[]), false)");
        }
        List<String> known = new ArrayList<>();
        List<String> protects = new ArrayList<>();
        for (String list : lists) {
            List<String> words = Arrays.asList(list.split(";", -1));
            if (ClosedLists.PRODUCTS.containsAll(words)) {
                known.add(list);
            }
            if (words.stream().anyMatch(protectedProducts::contains)) {
                protects.add(list);
            }
        }
        return new Products(
                known.isEmpty() ? "false" : "coalesce(" + column + " IN (" + Macros.literals(known) + "), false)",
                "CASE WHEN " + column + " <> '' THEN " + Macros.among(column, protects) + " ELSE false END");
    }
}
