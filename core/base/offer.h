// What a library offers: each of its files enters a class into one list, and whoever opens the library walks
// it.
#pragma once

#include <memory>

namespace horo {

/// One class that implements `Interface`, as a link of its library's own list. Built in and plugin alike.
/// Entering costs two words and runs none of the class's code, so that nothing can go wrong while a library
/// is being opened. Hidden: each library has a list of its own.
template <class Interface>
class __attribute__((visibility("hidden"))) Offer {
public:
    using Make = std::unique_ptr<const Interface> (*)();

    explicit Offer(Make make) : make_(make), next_(newest()) { newest() = this; }
    Offer(const Offer&) = delete;
    Offer& operator=(const Offer&) = delete;

    std::unique_ptr<const Interface> make() const { return make_(); }
    const Offer* next() const { return next_; }

    /// The newest link of this library; null where it offers nothing of this kind.
    static const Offer*& newest() {
        static const Offer* link = nullptr;
        return link;
    }

private:
    Make make_;
    const Offer* next_;
};

}  // namespace horo

/// One line at the end of a class's file makes it known.
#define HOROCYCLE_OFFER(Interface, Class)               \
    static const ::horo::Offer<Interface> offer##Class( \
        []() -> std::unique_ptr<const Interface> { return std::make_unique<const Class>(); })
