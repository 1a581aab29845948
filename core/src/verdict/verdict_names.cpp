#include "verdict/verdict_names.h"

namespace returnable {
namespace {

template <class E>
const char* word_of(E value) {
    const auto index = static_cast<std::size_t>(value);
    return index < NamesOf<E>::all.size() ? NamesOf<E>::all[index] : "";
}

}  // namespace

const char* name_of(Status status) { return word_of(status); }
const char* name_of(StepState state) { return word_of(state); }
const char* name_of(Phase phase) { return word_of(phase); }
const char* name_of(Payer payer) { return word_of(payer); }
const char* name_of(Actor actor) { return word_of(actor); }
const char* name_of(RemedyKind kind) { return word_of(kind); }
const char* name_of(Basis basis) { return word_of(basis); }
const char* name_of(Held held) { return word_of(held); }
const char* name_of(Says says) { return word_of(says); }
const char* name_of(Unit unit) { return word_of(unit); }

}  // namespace returnable
