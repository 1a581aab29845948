// What must be true of any verdict, seen by itself.
#pragma once

#include "checks.h"
#include "returnable/verdict.h"
#include "space.h"

namespace proof {

void one_verdict(const Order& order, const returnable::Verdict& verdict, Checks& checks);

}  // namespace proof
