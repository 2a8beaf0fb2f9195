package posthorn.app.alerts;

/// Something to tell one person about one run.
record Delivery(long id, long domainId, long runId, long accountId) {}
