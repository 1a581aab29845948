// What a program that uses the library looks like. It prints the status of one case.
#include <returnable/engine.h>

#include <cstdio>

int main() {
    using namespace returnable;
    Case order;
    order.as_of = *parse_date("2026-05-10");
    order.facts = {{"marketplace", "aliexpress"}, {"received_on", *parse_date("2026-05-04")}, {"reason", "damaged"}};
    const auto verdict = check(builtin_library(), order);
    if (!verdict) return 1;
    std::puts(name_of(verdict->items[0].status));
}
