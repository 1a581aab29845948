// What follows from a compiled pack's own fields, worked out whenever one is built or read back.
#pragma once

#include "pack/pack.h"

namespace returnable {

/// Rules by remedy and slot, citations by name, and what a verdict shows. They point into the pack: nothing may be added to it after this.
void index_pack(Pack& pack);

}  // namespace returnable
