// Properties of the second edition: what no verdict may do, and how the verdicts on one order hang together.
#pragma once

#include "checks.h"
#include "returnable/engine.h"
#include "space.h"

namespace proof {

/// Seen by the verdict alone: no false calm, nothing after the money came, nothing to do under a no.
void calm(const returnable::Library& library, const Order& order, const returnable::Verdict& verdict, Checks& checks);

/// Seen by asking again: a day later, in few words, before the last event, with an answer to its question, and with the
/// items in another order. Several verdicts for each.
void asked_again(const returnable::Library& library, const Order& order, const returnable::Verdict& verdict, Checks& checks);

}  // namespace proof
