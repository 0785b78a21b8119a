package main

import (
	"fmt"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/serializer/json"
	"sigs.k8s.io/yaml"
)

var strict = json.NewSerializerWithOptions(json.DefaultMetaFactory, types, types, json.SerializerOptions{Yaml: true, Strict: true})

// examine answers with what is wrong with one manifest, and which one it is.
func examine(document []byte) error {
	manifest, _, err := strict.Decode(document, nil, nil)
	if err == nil {
		err = admit(manifest)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", nameOf(document), err)
	}
	return nil
}

func nameOf(document []byte) string {
	var manifest unstructured.Unstructured
	if err := yaml.Unmarshal(document, &manifest.Object); err != nil {
		return "a manifest"
	}
	return manifest.GetKind() + " " + manifest.GetName()
}

// isEmpty says whether there is nothing but comments: templates that are switched off leave such documents.
func isEmpty(document []byte) bool {
	var content any
	return yaml.Unmarshal(document, &content) == nil && content == nil
}
