// Numbers for different texts.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace horo {

/// Numbers texts from 0 in the order in which they come. The bytes belong to somebody else and stay.
class TextTable {
public:
    /// The number of the text, a new one for one that was not there.
    uint32_t number(std::string_view text) {
        if (2 * texts_.size() >= slots_.size()) grow();
        const size_t hash = std::hash<std::string_view>()(text);
        size_t i = hash & (slots_.size() - 1);
        for (; slots_[i].number != none; i = (i + 1) & (slots_.size() - 1))
            if (slots_[i].hash == hash && texts_[slots_[i].number] == text) return slots_[i].number;
        slots_[i] = {hash, static_cast<uint32_t>(texts_.size())};
        texts_.push_back(text);
        return slots_[i].number;
    }

    const std::vector<std::string_view>& texts() const { return texts_; }

private:
    static constexpr uint32_t none = UINT32_MAX;
    struct Slot {
        size_t hash = 0;
        uint32_t number = none;
    };

    void grow() {
        std::vector<Slot> old(slots_.empty() ? 1024 : 2 * slots_.size());
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.number == none) continue;
            size_t i = slot.hash & (slots_.size() - 1);
            while (slots_[i].number != none)
                i = (i + 1) & (slots_.size() - 1);
            slots_[i] = slot;
        }
    }

    std::vector<std::string_view> texts_;
    std::vector<Slot> slots_;
};

}  // namespace horo
