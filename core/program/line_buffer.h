// Lines out of bytes that come in any pieces.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace horo {

/// Never holds more than `longest` bytes: what a line has beyond is dropped, and "..." says so. A CR that no
/// LF follows begins the line anew, as on a terminal where progress bars are drawn so.
class LineBuffer {
public:
    static constexpr size_t longest = 4096;
    using Take = std::function<void(std::string_view line)>;

    void add(std::string_view bytes, const Take& take);
    /// The last line, if it has no end.
    void end(const Take& take);

private:
    void give(const Take& take);
    std::string line_;
    bool cut_ = false, returned_ = false;
};

/// Valid UTF-8 without control characters, which are spelled \x1B.
std::string printable(std::string_view line);

}  // namespace horo
