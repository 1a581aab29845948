// The work of one call, counted in small steps, and the room that it fills, in bytes: what may take much spends them and
// stops when they are spent, at the same place on every machine.
#pragma once

#include <cstddef>
#include <cstdint>

namespace returnable {

class Work {
public:
    explicit Work(std::int64_t steps, std::int64_t room = INT64_MAX) : steps_(steps), room_(room) {}
    Work(const Work&) = delete;

    void spend(std::size_t steps) { steps_ -= static_cast<std::int64_t>(steps); }
    void fill(std::size_t bytes) { room_ -= static_cast<std::int64_t>(bytes); }
    bool is_spent() const { return (steps_ | room_) < 0; }
    std::int64_t steps_left() const { return steps_; }
    std::int64_t room_left() const { return room_; }

private:
    std::int64_t steps_, room_;
};

/// Of a case with all its items, in all packs that are asked about it. A step takes 1 to 3 ns, natively.
inline constexpr std::int64_t most_steps_of_a_case = 300'000'000, most_room_of_a_case = 256'000'000;

/// Of reading and checking one pack.
inline constexpr std::int64_t most_steps_of_a_pack = 100'000'000;

}  // namespace returnable
