// A field that finds, with the place among the matches.
#pragma once

#include <QtWidgets/QLineEdit>

namespace horo::views {

class IconButton;
class Label;

/// Return and Down go to the next match, Shift+Return and Up to the one before, Escape clears.
class SearchField : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);

    /// "1 of 15", or "none" where something is asked and `count` is 0. `current` counts from 0.
    void setMatches(int current, int count);
    /// What the counter says now.
    QString counterText() const;

Q_SIGNALS:
    void nextRequested();
    void previousRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();

    Label* counter_;
    IconButton* clear_;
};

}  // namespace horo::views
