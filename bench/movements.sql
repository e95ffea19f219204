-- Eight movements for each that the generator made, some days apart, for bench/accounts --movements.
COPY (SELECT transaction_id || '-' || k AS transaction_id, account_id,
        CASE WHEN k = 0 THEN booked_at ELSE least(booked_at, TIMESTAMP '2026-06-30 12:00:00') - to_days((k * 41)::INTEGER) END AS booked_at,
        code, direction, amount, channel, CASE WHEN reversal_of <> '' THEN reversal_of || '-' || k ELSE reversal_of END AS reversal_of, counterparty
    FROM read_parquet(:folder || '/transactions.parquet'), range(9) r(k)) TO :out (FORMAT parquet, COMPRESSION zstd);
