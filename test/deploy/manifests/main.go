// Reads Kubernetes manifests from the standard input and decodes each into the Go type that its controller uses, so that
// a key that does not exist, stands twice or has a value of another type is an error. Pods have to be "restricted".
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/util/yaml"
)

func main() {
	count, problems := examineAll(os.Stdin)
	for _, problem := range problems {
		fmt.Fprintln(os.Stderr, problem)
	}
	if count == 0 {
		problems = append(problems, errors.New("no manifests"))
		fmt.Fprintln(os.Stderr, "There was no manifest to read")
	}
	if len(problems) > 0 {
		os.Exit(1)
	}
	fmt.Printf("%d manifests\n", count)
}

func examineAll(input io.Reader) (count int, problems []error) {
	documents := yaml.NewYAMLReader(bufio.NewReader(input))
	for {
		document, err := documents.Read()
		if errors.Is(err, io.EOF) {
			return count, problems
		}
		if err != nil {
			return count, append(problems, err)
		}
		if isEmpty(document) {
			continue
		}
		count++
		if err := examine(document); err != nil {
			problems = append(problems, err)
		}
	}
}
