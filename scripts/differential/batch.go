// Judges many configurations in one process: a path a line on standard input, "ok", or "error" and the reason, a line
// on standard output. Built inside a source tree of Consul (it imports the agent's own loader):
//
//	echo '{"Replace": {"SRC/internal-batch/main.go": "'$PWD'/batch.go"}}' > overlay.json
//	go build -C SRC -overlay $PWD/overlay.json -o $PWD/consul-batch ./internal-batch
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/hashicorp/consul/agent/config"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		fmt.Println(judge(lines.Text()))
	}
}

func judge(path string) (verdict string) {
	defer func() {
		if crash := recover(); crash != nil {
			verdict = "crash " + oneLine(fmt.Sprint(crash))
		}
	}()
	if _, err := config.Load(config.LoadOpts{ConfigFiles: []string{path}}); err != nil {
		return "error " + oneLine(err.Error())
	}
	return "ok"
}

func oneLine(text string) string {
	return strings.Join(strings.Fields(text), " ")
}
