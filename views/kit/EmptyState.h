// What stands where nothing is yet.
#pragma once

#include <QtWidgets/QWidget>

class QPushButton;

namespace horo::views {

class Label;

/// One sentence with the next step, and the button that takes it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    /// Without `action` there is no button.
    explicit EmptyState(const QString& sentence, const QString& action = {}, QWidget* parent = nullptr);

    void setSentence(const QString& sentence);

Q_SIGNALS:
    void activated();

private:
    Label* sentence_;
};

}  // namespace horo::views
