// The answer to a question, as it goes to the core.
#pragma once

#include <cstdlib>
#include <string_view>

#include "core/io/hdf5/protocol.h"

namespace horo::hdf5 {

/// The process ends where the core is gone.
class Answer {
public:
    explicit Answer(int socket) : socket_(socket) {}

    void add(const void* bytes, size_t size) const {
        if (size == 0) return;
        send({Status::Good, size});
        if (!hdf5::send(socket_, bytes, size)) std::_Exit(0);
    }
    void add(std::string_view texts) const { add(texts.data(), texts.size()); }
    void end(Status status) const { send({status, 0}); }

private:
    void send(const Part& part) const {
        if (!hdf5::send(socket_, &part, sizeof part)) std::_Exit(0);
    }
    int socket_;
};

}  // namespace horo::hdf5
