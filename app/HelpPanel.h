// Help pages: those of the resources, and one made from each method's declaration.
#pragma once

#include <QWidget>

class QTextBrowser;

namespace horo::app {

class HelpPanel : public QWidget {
    Q_OBJECT
public:
    /// A panel over the right side of `window`, hidden until asked for.
    explicit HelpPanel(QWidget* window);
    void showMethod(const std::string& id);
    /// resources/help/NAME.md
    void showPage(const QString& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void appear(const QString& title, const QString& markdown);
    void place();
    QTextBrowser* text_;
    QWidget* title_;
};

/// What the workbench has said in this session: notices and errors with their time.
class LogPanel : public QWidget {
    Q_OBJECT
public:
    explicit LogPanel(QWidget* window);
    void add(const QString& line);
    void toggle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    QTextBrowser* text_;
};

}  // namespace horo::app
