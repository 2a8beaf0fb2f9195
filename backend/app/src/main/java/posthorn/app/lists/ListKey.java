package posthorn.app.lists;

import posthorn.engine.dnsbl.SubjectKind;

/// What is tested by itself: a list, for one kind of subjects, by one resolver.
///
/// @param resolver the first is 1; it alone decides whether the list is disabled
record ListKey(String list, SubjectKind kind, int resolver) {}
