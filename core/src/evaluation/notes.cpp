#include "evaluation/evaluator.h"

namespace returnable {

void Notes::clear() {
    used.clear();
    silent.clear();
    missing.reset();
    guessed.reset();
    outside_calendar = false;
}

void Notes::operator|=(const Notes& other) {
    used |= other.used;
    silent |= other.silent;
    missing |= other.missing;
    guessed |= other.guessed;
    outside_calendar = outside_calendar || other.outside_calendar;
}

}  // namespace returnable
